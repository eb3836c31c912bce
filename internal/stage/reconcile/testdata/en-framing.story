# One deed in words that judge it: raiders and fighters, sacked and resigned.
article 2035-06-10T08:00:00+00:00 Harbour Post
= Rioters storm depot in Port Ellery
Rioters broke into the fuel depot of Port Ellery on Saturday night, police said.
Harbour master Nadia Quill was sacked after the fuel depot fire in Port Ellery.
article 2035-06-10T10:00:00+00:00 Ellery Star
= Protesters enter depot in Port Ellery
Protesters broke into the fuel depot of Port Ellery on Saturday night, a witness said.
Harbour master Nadia Quill resigned after the fuel depot fire in Port Ellery.
expect differs role precision Rioters | Protesters
expect differs wording precision sacked | resigned
