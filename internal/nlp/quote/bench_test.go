package quote_test

import (
	"strings"
	"testing"
)

// sample is a page of invented news with its usual share of speech.
const sample = `Wali Kota Tirtasari Ratna Wulandari mengatakan sebanyak 120 rumah di tiga kelurahan terendam banjir sejak Senin malam.

"Kami sudah menyiapkan dapur umum di dua tempat, dan warga yang sakit kami bawa ke rumah sakit," kata Ratna di posko, Selasa (4/3/2031).

Menurut laporan Badan Pengairan Tirtasari (BPT), tinggi air mencapai satu meter. Badan itu juga mencatat tanggul di hulu retak.

Seorang saksi mata, Darto (45), menuturkan air datang tiba-tiba. “Tidak ada peringatan apa pun,” ujarnya. “Kami hanya sempat membawa anak-anak.”

Seperti dilansir Kantor Berita Nusa, polisi membantah kabar bahwa dua orang hilang.

`

func BenchmarkRead(b *testing.B) {
	d := newDesk(b, "id")
	src := strings.Repeat(sample, 6)
	t := d.split.Split(src)
	names := d.names.Find(t)
	b.ReportAllocs()
	b.SetBytes(int64(len(src)))
	for b.Loop() {
		d.quotes.Read(t, names)
	}
}
