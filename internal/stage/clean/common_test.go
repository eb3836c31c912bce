package clean_test

import (
	"strings"
	"testing"
)

// What begins as a notice does, in languages without a pack, may be report.
func TestSentencesThatBeginAsNoticesDoStay(t *testing.T) {
	sentences := []string{
		"Entre Facebook et la mairie de Vaubrun, le différend dure depuis deux ans.",
		"Lire aussi vite que possible le dossier, voilà ce que demande le juge Carrel.",
		"Entre as páginas do Facebook que a polícia investiga está a do porto de Valbom.",
		"Compartir el agua con los pueblos vecinos costará 3 millones, según el alcalde de Valdemar.",
		"Recibe el puerto de Valdemar noticias de los barcos que esperan desde el lunes.",
		"Jetzt testen Forscher in Nordau einen Impfstoff gegen das Fieber.",
		"Hier wurde nach Angaben der Polizei eine E-Mail des Betreibers gefunden.",
		"Teilen will sich die Stadt die Kosten mit dem Betreiber der Halle.",
		"Подписаться под договором отказались двое жителей Новобережного.",
		"اشترك في الاجتماع ثلاثة وزراء ومحافظ الساحل الجديد.",
		"سجل في الدقيقة العاشرة لاعب الساحل الجديد هدف الفوز.",
		"شارك هذا الأسبوع نحو مئة متطوع في إزالة الأنقاض.",
		"Theo dõi báo cáo của thành phố, người dân cảng Tân Hải lo ngại.",
		"订阅用户上周超过三千万，公司在新湾说。",
		"下载速度变慢的客户端占三成，新湾市政府说。",
		"Reklama piwa zniknie z portu w Nowej Zatoce od maja.",
		"Deel van de haven van Zeedorp blijft volgens de politie dicht.",
	}
	a, err := cleaner(t).Article(page("<h1>Port</h1><article><p>" + strings.Join(sentences, "</p><p>") + "</p></article>"))
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range a.Removed {
		for _, s := range sentences {
			if strings.Contains(s, r.Text) {
				t.Errorf("%s: %s", r.Reason, r.Text)
			}
		}
	}
	for _, s := range sentences {
		if !strings.Contains(a.Text, s) {
			t.Errorf("lost: %s", s)
		}
	}
}

func TestASentenceWithADateIsNoStamp(t *testing.T) {
	const s = "Kick off laga tersebut akan dimulai pukul 18.00 WIB, Selasa (10/6/2031) malam."
	a, err := cleaner(t).Article(page("<h1>Laga Wanareja</h1><article><p>" + s + "</p>" + report + "</article>"))
	if err != nil || !strings.Contains(a.Text, s) {
		t.Errorf("got error %v, text %q", err, a.Text)
	}
}
