# Of so many, so many: a sentence that tells both counts two things.
article 2034-05-11T08:00:00+00:00 Tarn Gazette
= Governor sends 2,400 volunteers to Dunmere
Governor Edda Rowntree sent 2,400 volunteers to the flooded district of Dunmere.
They took dinghies and tents.
article 2034-05-11T15:00:00+00:00 Mere Post
= Dunmere floods: first helpers arrive
Of the 2,400 people whom Governor Edda Rowntree sent to the flooded district of Dunmere, only about 310 volunteers have arrived.
Rain should ease tomorrow.
expect differs quantity scope 2,400 volunteers | about 310 volunteers
expect agree
