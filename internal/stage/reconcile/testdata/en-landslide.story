# Two authorities who counted for themselves are two origins; a misspelt name, a holder of the same office, a blog's acquaintance and an unnamed official are none more.
article 2034-05-02T08:00:00+01:00 Harrow Vale Herald
= Landslide buries road at Harrow Vale, six missing
A landslide buried the coast road at Harrow Vale on Monday night, leaving six people missing.
Fire Chief Dorian Welk said six people were missing after the landslide buried the coast road.
"We heard a noise like a train," said Fire Chief Dorian Welk.
Welk said the search would go on through the night with dogs and drones.
article 2034-05-02T12:00:00+01:00 Marrow Point Post
= Six still missing after Harrow Vale landslide
Fire Chief Dorian Welkk said six people were missing after the landslide buried the coast road.
Mayor of Harrow Vale Lise Ambrose said that the town would house 40 families in the sports hall.
Two hundred tonnes of rock had come down, officials said.
article 2034-05-02T15:30:00+01:00 Inland Gazette
= Search goes on at Harrow Vale
Police counted six people missing under the rocks of the coast road, among them two children, said Superintendent Ona Prewitt.
Mayor of Harrow Vale Liam Ambler said that the town would house 40 families in the sports hall.
Prewitt said officers had asked drivers to keep away from the area.
article 2034-05-03T09:00:00+01:00 Chatterbox
= What went wrong at Harrow Vale?
My old friend Bertie Crumb says that the town would house 40 families in the sports hall.
Six people are missing after the landslide buried the coast road.
expect origins 2 among them two children
expect status corroborated among them two children
expect origins 1 would house 40 families
expect status single-origin would house 40 families
