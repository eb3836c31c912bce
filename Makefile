.PHONY: help check test bench golden quality fmt
help: ## this list
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*##/\t/'
check: fmt ## everything that must be green before a commit
	go vet ./...
	go test ./...
fmt: ## fails if a file is not gofmt's
	@test -z "$$(gofmt -l cmd internal)" || { gofmt -l cmd internal; exit 1; }
test: ## all tests
	go test ./...
golden: ## rewrite the golden files; review the diff
	go test $$(grep -rl --include=*_test.go 'Bool("update"' . | xargs -n1 dirname | sort -u) -update
bench: ## measure speed into docs/performance.md
	go run ./internal/bench > docs/performance.md.new && mv docs/performance.md.new docs/performance.md
quality: ## measure against the labelled sets into docs/quality.md
	go run ./internal/bench -quality > docs/quality.md.new && mv docs/quality.md.new docs/quality.md
