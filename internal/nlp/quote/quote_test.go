package quote_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/selisik/selisik/internal/lang"
	"github.com/selisik/selisik/internal/nlp/entity"
	"github.com/selisik/selisik/internal/nlp/quote"
	"github.com/selisik/selisik/internal/nlp/token"
)

// desk reads texts of one language.
type desk struct {
	split  *token.Splitter
	names  *entity.Finder
	quotes *quote.Finder
}

func newDesk(t testing.TB, tag string) desk {
	t.Helper()
	packs, err := lang.Load(lang.Embedded())
	if err != nil {
		t.Fatal(err)
	}
	names, err := entity.New(packs.For(tag))
	if err != nil {
		t.Fatal(err)
	}
	return desk{token.New(packs.For(tag)), names, quote.New(packs.For(tag))}
}

// newDesks returns the desks of both languages.
func newDesks(t testing.TB) map[string]desk {
	return map[string]desk{"id": newDesk(t, "id"), "en": newDesk(t, "en")}
}

func (d desk) read(src string) quote.Reading {
	t := d.split.Split(src)
	return d.quotes.Read(t, d.names.Find(t))
}

// said is a quotation with its speaker.
type said struct {
	Words, Speaker string
	Direct         bool
}

func TestQuotationsHaveTheirSpeakers(t *testing.T) {
	desks := newDesks(t)
	for _, c := range []struct {
		name, tag, src string
		want           []said
	}{
		{"cue and name after", "id", `"Kami sudah menutup jalan itu sejak pagi," kata Bupati Sarno Wibowo, Senin.`,
			[]said{{"Kami sudah menutup jalan itu sejak pagi,", "Sarno Wibowo", true}}},
		{"name and cue before", "id", `Sarno Wibowo mengatakan, "Kami sudah menutup jalan itu."`,
			[]said{{"Kami sudah menutup jalan itu.", "Sarno Wibowo", true}}},
		{"a pronoun is who spoke last", "id", "Bupati Rini Hapsari menjelaskan bahwa air mulai surut.\n\n“Warga boleh pulang besok,” ujarnya.",
			[]said{{"Warga boleh pulang besok,", "Rini Hapsari", true}}},
		{"broken by the attribution", "id", `"Harga naik lagi," kata Rini Hapsari, "dan pasokan berkurang."`,
			[]said{{"Harga naik lagi,", "Rini Hapsari", true}, {"dan pasokan berkurang.", "Rini Hapsari", true}}},
		{"a single term is no speech", "id", `Warga menyebut jembatan itu "si tua".`,
			[]said{{"si tua", "", false}}},
		{"marks repeated over paragraphs", "id", "“Jalan itu sempit.\n\n“Kami minta diperlebar,” kata Sarno Wibowo.",
			[]said{{"Jalan itu sempit.", "", true}, {"Kami minta diperlebar,", "Sarno Wibowo", true}}},
		{"no closing mark", "id", "Rini Hapsari menegaskan, “Tidak ada korban di desa ini.\n\nAir sudah surut.",
			[]said{{"Tidak ada korban di desa ini.", "Rini Hapsari", true}}},
		{"no opening mark", "id", "Tidak ada korban di desa ini,\" kata Rini Hapsari.",
			[]said{{"Tidak ada korban di desa ini,", "Rini Hapsari", true}}},
		{"nested marks", "id", "“Dia bilang ‘jangan pulang dulu’ kepada kami,” tutur Rini Hapsari.",
			[]said{{"Dia bilang ‘jangan pulang dulu’ kepada kami,", "Rini Hapsari", true}}},
		{"guillemets", "id", "«Harga akan turun pekan depan,» ucap Rini Hapsari.",
			[]said{{"Harga akan turun pekan depan,", "Rini Hapsari", true}}},
		{"an institution speaks", "id", "\"Layanan kembali normal malam ini,\" tulis PT Cahaya Listrik dalam keterangan resmi.",
			[]said{{"Layanan kembali normal malam ini,", "PT Cahaya Listrik", true}}},
		{"the title of a work is no speech", "id", "Rini Hapsari menyebut film berjudul \"Hujan di Atas Bukit Batu\" menarik.",
			[]said{{"Hujan di Atas Bukit Batu", "", false}}},
		{"inches are no marks", "id", "Layar 6\" itu dijual murah. \"Stok kami terbatas sekali,\" kata Rini Hapsari.",
			[]said{{"Stok kami terbatas sekali,", "Rini Hapsari", true}}},
		{"a capital glued to the cue", "id", "\"Warga sudah boleh pulang,\" ujarRini Hapsari.",
			[]said{{"Warga sudah boleh pulang,", "Rini Hapsari", true}}},
		{"a description of who was just named", "id", "Gol itu dibuat Sarno Wibowo. \"Saya hanya beruntung,\" kata pemain berusia 20 tahun itu.",
			[]said{{"Saya hanya beruntung,", "Sarno Wibowo", true}}},
		{"every quotation before one cue", "id", "Korban dibawa dalam \"kondisi sangat kritis\" dan menjalani \"prosedur bedah saraf\" serta \"prosedur pembuluh tepi,\" demikian konfirmasi Klinik Lamara.",
			[]said{{"kondisi sangat kritis", "Klinik Lamara", true}, {"prosedur bedah saraf", "Klinik Lamara", true}, {"prosedur pembuluh tepi,", "Klinik Lamara", true}}},
		{"a quotation in what somebody says", "id", "Rini Hapsari kembali mengunggah, mengatakan bahwa para bupati harus \"meminta maaf kepada warga\".",
			[]said{{"meminta maaf kepada warga", "Rini Hapsari", true}}},
		{"English, two single marks", "en", "''The road is closed to all traffic,'' Mr. King said. Mr. King left.",
			[]said{{"The road is closed to all traffic,", "King", true}}},
		{"English, apposition before the cue", "en", "\"It cannot go on,\" Martha Quill, the city engineer, told reporters.",
			[]said{{"It cannot go on,", "Martha Quill", true}}},
		{"English, so-called", "en", "The so-called \"grey list\" has ten names.",
			[]said{{"grey list", "", false}}},
		{"English, name after", "en", `"The bridge was closed at dawn," said Martha Quill, the city engineer.`,
			[]said{{"The bridge was closed at dawn,", "Martha Quill", true}}},
		{"English, pronoun", "en", "Martha Quill told reporters the bridge was safe.\n\n“We checked every bolt twice,” she said.",
			[]said{{"We checked every bolt twice,", "Martha Quill", true}}},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := desks[c.tag].read(c.src)
			var got []said
			for _, q := range r.Quotes {
				got = append(got, said{q.Of(c.src), q.Speaker, q.Direct})
			}
			if d := cmp.Diff(c.want, got); d != "" {
				t.Error(d)
			}
		})
	}
}

// chains writes the attributions of a text, one a line: who says it, innermost
// first, with a * on carriers and a ! on what the cue denies.
func chains(r quote.Reading) []string {
	var out []string
	for _, a := range r.Attributions {
		s := ""
		for i, l := range a.Chain {
			if i > 0 {
				s += " < "
			}
			if l.Via {
				s += "*"
			}
			s += l.Name
		}
		if a.Denied {
			s = "!" + s
		}
		out = append(out, s)
	}
	return out
}

func TestSentencesHaveTheirChain(t *testing.T) {
	desks := newDesks(t)
	for _, c := range []struct {
		name, tag, src string
		want           []string
	}{
		{"according to", "id", "Menurut Rini Hapsari, air mulai surut.", []string{"Rini Hapsari"}},
		{"said, carried by an agency", "id", "Rini Hapsari, seperti dilansir Reuters, Senin (3/3/2031), mengatakan air mulai surut.", []string{"Rini Hapsari < *Reuters"}},
		{"an agency between subject and verb", "id", "Bupati Rini Hapsari, seperti dilansir kantor berita Reuters, mengatakan air mulai surut.", []string{"Rini Hapsari < *Reuters"}},
		{"a carrier that cites another", "id", "Lima orang luka, menurut laporan Reuters, yang mengutip Bupati Rini Hapsari.", []string{"Rini Hapsari < *Reuters"}},
		{"a cue between subject and verb", "id", "Sarno Wibowo, kata Rini Hapsari, menyebut tanggul itu aman.", []string{"Rini Hapsari"}},
		{"a pronoun", "id", "Rini Hapsari menyebut air surut. Ia juga menambahkan listrik pulih.", []string{"Rini Hapsari", "Rini Hapsari"}},
		{"a date between subject and verb", "id", "Kementerian Perairan pada Selasa (4/3/2031) mengatakan air mulai surut.", []string{"Kementerian Perairan"}},
		{"a part of a day between them", "id", "Rini Hapsari pada Senin malam menyebut air surut.", []string{"Rini Hapsari"}},
		{"English, a date between them", "en", "Martha Quill on Tuesday said the bridge is safe.", []string{"Martha Quill"}},
		{"a denial", "id", "Rini Hapsari membantah tanggul itu jebol.", []string{"!Rini Hapsari"}},
		{"not said", "id", "Rini Hapsari tidak menyebut jumlah korban.", nil},
		{"will say", "id", "Rini Hapsari akan menyampaikan laporan besok.", nil},
		{"people without a name", "id", "Warga setempat mengatakan jalan itu sempit.", []string{"warga setempat"}},
		{"an adverb is not theirs", "id", "Warga akhirnya mengatakan jalan itu sempit.", []string{"warga"}},
		{"a document", "id", "Berdasarkan data Kementerian Perairan, 12 desa terendam.", []string{"Kementerian Perairan"}},
		{"talks with somebody, that show", "id", "Pertemuan pekan depan dengan Bupati Rini Hapsari menunjukkan air mulai surut.", nil},
		{"figures of nobody", "id", "Berdasarkan data, 12 desa terendam.", nil},
		{"a word that is a cue elsewhere", "id", "Kata kunci itu sulit ditebak.", nil},
		{"English, according to", "en", "The bridge is safe, according to Martha Quill.", []string{"Martha Quill"}},
		{"English, told an outlet", "en", "Martha Quill told Reuters that the bridge is safe.", []string{"Martha Quill < *Reuters"}},
		{"English, passive", "en", "Martha Quill is expected to resign.", nil},
		{"English, an unnamed source", "en", "An official familiar with the talks said a deal was near.", []string{"official"}},
		{"English, who lost to somebody", "en", "Martha Quill, who lost to Ada Brune, said the bridge is safe.", []string{"Martha Quill"}},
		{"English, what is praised is no speaker", "en", "Martha Quill, the city engineer, praised Ada Brune for the bridge.", []string{"Martha Quill"}},
		{"English, a word of an office is no document", "en", "National Bridge Board Research Director Martha Quill said the bridge is safe.", []string{"Martha Quill"}},
		{"English, what is cited is no speaker", "en", "The court blocked the sale, citing a threat to the bridge.", nil},
		{"English, quoted by a paper", "en", "The Harrow Gazette quoted Martha Quill as saying the bridge is safe.", []string{"Martha Quill < *Harrow Gazette"}},
		{"English, she whom a paper quotes", "en", "Mayor Martha Quill left. The newspaper quoted her as saying the bridge is safe.", []string{"Martha Quill < *newspaper"}},
		{"English, was quoted by an agency", "en", "Martha Quill was quoted by Reuters as saying the bridge is safe.", []string{"Martha Quill < *Reuters"}},
		{"English, accused by somebody", "en", "The teenager accused of the theft left.", nil},
		{"English, who spoke to somebody", "en", "An official who spoke to the Harrow Gazette said the bridge is safe.", []string{"official < *Harrow Gazette"}},
		{"who is an officer as well", "id", "Rini Hapsari yang juga bupati mengatakan jalan itu sempit.", []string{"Rini Hapsari"}},
		{"English, an outlet finds", "en", "The Harrow Observer found that one bridge in four is unsafe.", []string{"Harrow Observer"}},
		{"English, words that describe a source", "en", "The bridge is safe, according to veteran bridge design consultant Martha Quill.", []string{"Martha Quill"}},
		{"English, who is said to be", "en", "Martha Quill is said to be safe.", nil},
		{"who saw it", "id", "Warga yang melihat kejadian itu mengatakan jalan itu sempit.", []string{"warga"}},
		{"English, as a paper reports", "en", "As the Harrow Gazette reports, the bridge is safe.", []string{"Harrow Gazette"}},
		{"English, of a country", "en", "A leading Chinese engineer said the bridge is safe.", []string{"Chinese engineer"}},
		{"English, issued and carried", "en", "The bridge is safe, said a statement issued by the Harrow Bridge Board and carried by Reuters.", []string{"Harrow Bridge Board < *Reuters"}},
		{"English, going on is no speech", "en", "Martha Quill continued on her way.", nil},
		{"English, a noun that is a cue elsewhere", "en", "The plan of Martha Quill reeks of fear.", nil},
		{"English, denied", "en", "Martha Quill denied that the bridge was unsafe.", []string{"!Martha Quill"}},
		{"a carrier whose name ends where small letters begin", "id", "Dikutip dari Kabar Lamara.com satu unit mobil pemadam kebakaran dilaporkan hilang.", []string{"*Kabar Lamara.com"}},
		{"an outlet that begins small", "id", "\"Jalan itu sempit,\" kata Rini Hapsari, dilansir\nkabarLamara\n, Selasa (10/6/2031).", []string{"Rini Hapsari < *kabarLamara"}},
		{"an unknown outlet behind its speaker", "id", "\"Jalan itu sempit,\" kata Rini Hapsari seperti dilansirLamaranews.", []string{"Rini Hapsari < *Lamaranews"}},
		{"two outlets", "id", "Air mulai surut, dikutip dari Lamaranews dan Reuters.", []string{"*Lamaranews < *Reuters"}},
		{"an outlet that has it from a site", "id", "Dikutip Kabar Lamara dari laman Kementerian Perairan, air mulai surut.", []string{"*Kementerian Perairan < *Kabar Lamara"}},
		{"told a station", "id", "Rini Hapsari menyebut air surut. \"Jalan itu sempit,\" ujarnya kepadaKLMR7pada Senin.", []string{"Rini Hapsari", "Rini Hapsari < *KLMR7"}},
		{"told a site behind a second verb", "id", "\"Jalan itu sempit,\" kata Rini Hapsari saat memberikan keterangan pada Kabarlamara.com, Selasa.", []string{"Rini Hapsari < *Kabarlamara.com"}},
		{"spoken to before a long relative clause", "id", "Berbicara kepada kantor berita Reuters, seorang pejabat pemerintahan Tramono yang tidak disebutkan namanya mengatakan air surut.\n\nPejabat itu mengatakan bahwa Tramono belum setuju.", []string{"pejabat pemerintahan Tramono < *Reuters", "pejabat pemerintahan Tramono"}},
		{"an opening name and a comma", "id", "Hapsari mengatakan, air mulai surut.", []string{"Hapsari"}},
		{"a statement that a party issues", "id", "Partai Lamara segera mengeluarkan pernyataan mengecam serangan itu. Pernyataan tersebut menggambarkan serangan itu sebagai kejahatan.", []string{"Partai Lamara", "Partai Lamara"}},
		{"a verb that goes on behind a comma", "id", "Rini Hapsari kembali mengunggah pada Minggu, mengatakan bahwa air surut.", []string{"Rini Hapsari"}},
		{"the object before a comma says nothing", "id", "Gubernur Rini Hapsari mengecam keputusan Tramono, menyebutnya sebagai tindakan yang gegabah.", []string{"Rini Hapsari"}},
		{"a verb tied by a conjunction", "id", "\"Jalan itu sempit,\" kata Rini Hapsari seraya menyebut air surut.", []string{"Rini Hapsari"}},
		{"two clauses, two speakers", "id", "Rini Hapsari mengatakan tanggul itu aman, dan gugatan hukum Bogor mengklaim bahwa tanggul itu rapuh.", []string{"Rini Hapsari < gugatan hukum Bogor"}},
		{"carried by an agency behind", "id", "Paramedis mengatakan ia terluka di lutut, kantor berita AFP melaporkan.", []string{"paramedis < *AFP"}},
		{"somebody's wife", "id", "Sarno Wibowo menyebut air surut. Istrinya mengatakan bahwa tanggul itu aman.", []string{"Sarno Wibowo", "istri Sarno Wibowo"}},
		{"the office of a town told before", "id", "Menteri Rini Hapsari menyebut air surut. Tanggul itu aman, kata wali kota kota itu pada Minggu.", []string{"Rini Hapsari", "wali kota kota"}},
		{"an office in short", "id", "Wakil Bupati Rini Hapsari menyebut air surut. Wabup juga menambahkan, tanggul itu aman.", []string{"Rini Hapsari", "Rini Hapsari"}},
		{"a closing noun for what is said", "id", "Korban dibawa ke rumah sakit, demikian konfirmasi Klinik Lamara.", []string{"Klinik Lamara"}},
		{"people behind a determiner", "id", "Namun, para pengamal tradisi menyebut air surut.", []string{"pengamal tradisi"}},
		{"things behind a determiner say nothing", "id", "Sejumlah penghargaan yang diraihnya menegaskan bahwa ia berbakat.", nil},
		{"people far from their verb", "id", "Penumpang di penerbangan KL 716 rute Jakarta-Medan melaporkan kehilangan telepon.", []string{"penumpang"}},
		{"people with a relative clause", "id", "Beberapa hari ini ada penumpang yang mengaku kehilangan telepon.", []string{"penumpang"}},
		{"nobody with a relative clause", "id", "Belum ada kelompok yang mengaku bertanggung jawab.", nil},
		{"a deed in a relative clause", "id", "Rini Hapsari yang telah mengumumkan niatnya untuk maju, berada di rumah.", nil},
		{"a reason given", "id", "Israel menggugat pemerintah pada Senin, dengan alasan bahwa izin itu melanggar hukum.", []string{"Israel"}},
		{"a year before the verb", "id", "Kementerian Perairan pada 2022 menyebut air surut.", []string{"Kementerian Perairan"}},
		{"what others do in a report", "id", "Kapolsek Rini Hapsari mengungkapkan polisi menemukan mobil itu.", []string{"Rini Hapsari"}},
		{"what others do according to somebody", "id", "Menurut Rini Hapsari, pemerintah menemukan sejumlah pelanggaran.", []string{"Rini Hapsari"}},
		{"whom somebody is appointed by", "id", "Pada 2016, ia diangkat oleh Wali Kota Sarno Wibowo saat itu, menunjukkan kemampuannya.", nil},
		{"a site run together", "id", "Situskabarlamara.commenyebut air surut.", []string{"kabarlamara.com"}},
		{"an account is no person", "id", "Menteri Rini Hapsari menyebut air surut. Akun itu menambahkan narasi.", []string{"Rini Hapsari"}},
		{"English, a statement that a party issues", "en", "The Harrow Party issued a statement condemning the attack.", nil},
		{"English, in an interview", "en", "In an interview with Reuters, Martha Quill said the bridge is safe.", []string{"Martha Quill < *Reuters"}},
		{"English, whose owner is not the speaker", "en", "Quill's party said the vote was fair.", []string{"party"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			if d := cmp.Diff(c.want, chains(desks[c.tag].read(c.src))); d != "" {
				t.Error(d)
			}
		})
	}
}

func TestHeadlinesNameTheirSpeakerBeforeAColon(t *testing.T) {
	d := newDesk(t, "id")
	for src, want := range map[string][]string{
		"Tanggul Jebol Lagi, Polisi: Tidak Ada Korban":           {"polisi"},
		"Tanggul Jebol Lagi, Kata Polisi":                        {"polisi"},
		"Kecelakaan di Tirtasari: Dua Truk Terguling":            nil,
		"Hasil Liga Nusa 2031: Garuda Muda Menang atas Rajawali": nil,
	} {
		x := d.split.Split(src)
		if diff := cmp.Diff(want, chains(d.quotes.Headline(x, d.names.Find(x)))); diff != "" {
			t.Errorf("%s: %s", src, diff)
		}
	}
}

func TestTextWithoutPackHasTheNameBesideTheQuotation(t *testing.T) {
	r := newDesk(t, "und").read("“Alles in Ordnung hier,” sagte Ana Blum.")
	if len(r.Quotes) != 1 || r.Quotes[0].Speaker != "Ana Blum" || r.Quotes[0].Cue.Len() != 0 {
		t.Errorf("got %+v", r)
	}
}

func TestANumberAtTheHeadIsNoName(t *testing.T) {
	d := newDesk(t, "en")
	for _, a := range d.read("Seven more people sought treatment overnight for smoke, said Dr. Ilse Brandt, chief of St. Odo's Hospital.").Attributions {
		for _, l := range a.Chain {
			if l.Name == "Seven" {
				t.Errorf("%q is given as the source", l.Name)
			}
		}
	}
}
