# An election: turnout told more or less exactly; the loser disputes nothing.
article 2032-06-06T22:00:00+00:00 Valley Times
= Orla Penhale wins Tarn County governorship
Orla Penhale won the election for governor of Tarn County with 53.2 percent of the vote, the Tarn Electoral Board said.
Turnout was 61.4 percent, the board said.
Her rival, Dennis Quill, conceded defeat shortly after 10 p.m.
article 2032-06-07T06:00:00+00:00 The Tarn Ledger
= Penhale elected governor of Tarn
Orla Penhale has been elected governor of Tarn County with 53.2 percent of votes, according to the Tarn Electoral Board.
About 61 percent of voters turned out.
Dennis Quill conceded defeat on Sunday night.
expect joined won the election for governor | has been elected governor
expect apart Turnout was 61.4 | conceded defeat
expect agree
expect main won the election for governor
expect origins 1 won the election for governor
