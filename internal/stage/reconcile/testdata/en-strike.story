# A strike: union and company count differently; both are named.
article 2031-11-20T09:00:00+00:00 The Harbour Post
= Dockworkers at Port Ellery walk out over pay
About 1,200 dockworkers at Port Ellery walked out on Thursday in a dispute over pay, the Ellery Dock Union said.
"Our members want a fair wage," said union secretary Maud Trellis.
The port handles 40 percent of the country's grain exports.
article 2031-11-20T12:30:00+00:00 Coast Daily
= Strike halts work at Port Ellery
Some 1,200 workers went on strike at Port Ellery on Thursday over pay, according to the Ellery Dock Union.
Union secretary Maud Trellis said members wanted a fair wage.
Port operator Ellery Terminals said it was open to talks.
article 2031-11-21T07:00:00+00:00 Northern Wire
= Port strike enters second day
The strike over pay at Port Ellery entered its second day on Friday.
Ellery Terminals, which operates the port, said it was open to talks with the union.
Two ships left without unloading.
expect joined About 1,200 dockworkers | Some 1,200 workers
expect joined Our members want a fair wage | members wanted a fair wage
expect joined Port operator Ellery Terminals said | which operates the port, said
expect apart Two ships left | fair wage
expect apart 40 percent | open to talks
expect agree
