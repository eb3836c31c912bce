package html

import (
	"fmt"
	"os"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"

	"github.com/selisik/selisik/internal/face/facetest"
)

// pictures returns the folder for pictures: the one that SELISIK_LOOK names, for
// the eye, or one that is gone after the test.
func pictures(t *testing.T) string {
	t.Helper()
	if dir := os.Getenv("SELISIK_LOOK"); dir != "" {
		return dir
	}
	return t.TempDir()
}

// TestLookAtThePage takes pictures of the page at three widths, light and dark:
// SELISIK_LOOK=screenshots go test -run Look ./internal/face/html.
func TestLookAtThePage(t *testing.T) {
	dir := pictures(t)
	tb := openTab(t, lookPage(t))
	for _, width := range []int64{360, 768, 1440} {
		for _, scheme := range []string{"light", "dark"} {
			tb.prefers(t, scheme)
			tb.do(t, chromedp.EmulateViewport(width, 900))
			ask[any](t, tb, `scrollTo({top: 0, behavior: "instant"})`)
			height := ask[int](t, tb, `document.documentElement.scrollHeight`)
			name := fmt.Sprintf("%d-%s", width, scheme)
			for y := 0; y < height; y += 1500 {
				tb.do(t, chromedp.EmulateViewport(width, 1560))
				ask[any](t, tb, fmt.Sprintf(`scrollTo({top: %d, behavior: "instant"})`, y))
				tb.shot(t, dir, fmt.Sprintf("%s-page-%d", name, y/1500))
			}
			tb.do(t, chromedp.EmulateViewport(width, 900))
			ask[any](t, tb, `document.querySelectorAll("main a.q")[1].click()`)
			tb.shot(t, dir, name+"-open")
			tb.do(t, chromedp.KeyEvent("\x1b"))
		}
	}
}

// TestLookAtThePrint takes pictures of the page as it is printed.
func TestLookAtThePrint(t *testing.T) {
	dir := pictures(t)
	tb := openTab(t, lookPage(t))
	if _, err := chromedp.Call(tb.Context, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Media: "print"}); err != nil {
		t.Fatal(err)
	}
	ask[any](t, tb, `dispatchEvent(new Event("beforeprint"))`)
	for i := range 4 {
		tb.do(t, chromedp.EmulateViewport(794, 1500))
		ask[any](t, tb, fmt.Sprintf(`scrollTo({top: %d, behavior: "instant"})`, i*1450))
		tb.shot(t, dir, fmt.Sprintf("print-%d", i))
	}
}

// lookPage is the page that SELISIK_LOOK_PAGE names, else the fixture's.
func lookPage(t *testing.T) string {
	t.Helper()
	name := os.Getenv("SELISIK_LOOK_PAGE")
	if name == "" {
		return draw(t, facetest.Dossier(), Options{Tag: os.Getenv("SELISIK_LOOK_LANG")})
	}
	raw, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return string(raw)
}
