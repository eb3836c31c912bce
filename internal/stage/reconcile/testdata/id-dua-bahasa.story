# One event in two languages: names, numbers and a small lexicon bring claims together.
article 2031-04-02T08:00:00+07:00 Kabar Nusa
= Banjir Rendam 340 Rumah di Sorowai
Banjir merendam 340 rumah di Sorowai, Rabu (2/4/2031).
Jembatan lama di Sungai Tello runtuh diterjang arus.
Bupati Sorowai, Hamid Lasera, meminta warga mengungsi ke sekolah.
language en
article 2031-04-02T05:00:00+00:00 Island Herald
= Flood hits 340 houses in Sorowai
A flood hit 340 houses in Sorowai on Wednesday.
The old bridge over the Tello river collapsed.
Sorowai regent Hamid Lasera asked residents to evacuate to schools.
expect joined Banjir merendam 340 rumah | A flood hit 340 houses
expect joined Jembatan lama di Sungai Tello | The old bridge over the Tello
expect joined meminta warga mengungsi | asked residents to evacuate
expect apart Jembatan lama | A flood hit 340 houses
expect apart meminta warga mengungsi | old bridge over
