.PHONY: help check test bench golden scores fmt
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
	go test ./... -update
bench: ## measure, and write the table of docs/performance.md
	go run ./internal/bench > docs/performance.md
scores: ## score against the labelled sets beside the checkout
	go test ./internal/quality -update -v
