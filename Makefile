.PHONY: help check test bench golden quality fmt release man completions install uninstall
PREFIX ?= /usr/local
UNITS ?= $(PREFIX)/lib/systemd/system
help: ## this list
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*##/\t/'
check: fmt ## everything that must be green before a commit
	go vet ./...
	go test ./...
fmt: ## fails if a file is not gofmt's
	@test -z "$$(gofmt -l cmd internal client unlinked)" || { gofmt -l cmd internal client unlinked; exit 1; }
test: ## all tests
	go test ./...
golden: ## rewrite the golden files; review the diff
	go test $$(grep -rl --include=*_test.go 'Bool("update"' . | xargs -n1 dirname | sort -u) -update
bench: ## measure speed into docs/performance.md
	go run ./internal/bench > docs/performance.md.new && mv docs/performance.md.new docs/performance.md
quality: ## measure against the labelled sets into docs/quality.md
	go run ./internal/bench -quality > docs/quality.md.new && mv docs/quality.md.new docs/quality.md
OUT  = build/selisik
# what is off the hot path, built without inlining: 1.2 MB less
COLD = github.com/danielgtaylor/huma/v2 github.com/jackc github.com/riverqueue github.com/prometheus google.golang.org/protobuf github.com/mmcdole github.com/go-jose github.com/coreos github.com/pressly github.com/spf13 github.com/BurntSushi github.com/tidwall github.com/rs github.com/markusmobius/go-dateparser github.com/selisik/selisik/cmd github.com/selisik/selisik/internal/web github.com/selisik/selisik/internal/api github.com/selisik/selisik/internal/export github.com/selisik/selisik/internal/alert github.com/selisik/selisik/internal/serve github.com/selisik/selisik/internal/desk
release: ## build/selisik, without symbols and paths, as it is handed out
	CGO_ENABLED=0 go build -trimpath -ldflags '-s -w -funcalign=16' $(foreach p,$(COLD),-gcflags='$p/...=-l') -o $(OUT) ./cmd/selisik
man: ## manual pages into build/man
	SOURCE_DATE_EPOCH=$$(git log -1 --format=%ct 2>/dev/null || echo 0) go test ./cmd/selisik -run '^TestEveryCommandHasAManualPage$$' -count 1 -args -man $(CURDIR)/build/man
completions: release ## what shells complete, into build/completions
	mkdir -p build/completions
	for shell in bash zsh fish; do build/selisik completion $$shell > build/completions/selisik.$$shell || exit 1; done
install: release man completions ## program, pages, completions and units below DESTDIR/PREFIX
	install -D -m 755 build/selisik $(DESTDIR)$(PREFIX)/bin/selisik
	install -d $(DESTDIR)$(PREFIX)/share/man/man1 && install -m 644 build/man/*.1 $(DESTDIR)$(PREFIX)/share/man/man1
	install -D -m 644 build/completions/selisik.bash $(DESTDIR)$(PREFIX)/share/bash-completion/completions/selisik
	install -D -m 644 build/completions/selisik.zsh $(DESTDIR)$(PREFIX)/share/zsh/site-functions/_selisik
	install -D -m 644 build/completions/selisik.fish $(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d/selisik.fish
	install -d $(DESTDIR)$(UNITS)
	for unit in selisik selisik-work; do sed 's|/usr/local/bin|$(PREFIX)/bin|' packaging/systemd/$$unit.service > $(DESTDIR)$(UNITS)/$$unit.service || exit 1; done
	install -D -m 644 packaging/systemd/sysusers.conf $(DESTDIR)$(PREFIX)/lib/sysusers.d/selisik.conf
	install -D -m 644 packaging/config.toml $(DESTDIR)$(PREFIX)/share/doc/selisik/config.toml
	install -m 644 LICENSE NOTICE packaging/proxy/nginx.conf packaging/proxy/Caddyfile $(DESTDIR)$(PREFIX)/share/doc/selisik
uninstall: ## takes away what install put there
	rm -f $(DESTDIR)$(PREFIX)/bin/selisik $(DESTDIR)$(PREFIX)/share/man/man1/selisik.1 $(DESTDIR)$(PREFIX)/share/man/man1/selisik-*.1
	rm -f $(DESTDIR)$(PREFIX)/share/bash-completion/completions/selisik $(DESTDIR)$(PREFIX)/share/zsh/site-functions/_selisik
	rm -f $(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d/selisik.fish $(DESTDIR)$(PREFIX)/lib/sysusers.d/selisik.conf
	rm -f $(DESTDIR)$(UNITS)/selisik.service $(DESTDIR)$(UNITS)/selisik-work.service
	rm -rf $(DESTDIR)$(PREFIX)/share/doc/selisik
