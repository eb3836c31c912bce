# Two days' prices in one story are neither updates nor roundings of each other.
article 2034-06-02T08:00:00+07:00 Pasar Kini
= Harga Cabai dan Bawang di Pasar Lorong Batu
Harga cabai merah di Pasar Lorong Batu berada di level Rp 41.500 per kilogram.
Harga bawang putih di Pasar Lorong Batu berada di level Rp 33.200 per kilogram.
Harga telur ayam di Pasar Lorong Batu berada di level Rp 28.700 per kilogram.
Harga gula pasir di Pasar Lorong Batu berada di level Rp 17.900 per kilogram.
article 2034-06-06T08:00:00+07:00 Kabar Dapur
= Daftar Harga Pangan di Pasar Lorong Batu
Harga cabai merah di Pasar Lorong Batu berada di level Rp 43.100 per kilogram.
Harga bawang putih di Pasar Lorong Batu berada di level Rp 32.600 per kilogram.
Harga telur ayam di Pasar Lorong Batu berada di level Rp 29.300 per kilogram.
Harga gula pasir di Pasar Lorong Batu berada di level Rp 18 ribu per kilogram.
expect alike quantity
