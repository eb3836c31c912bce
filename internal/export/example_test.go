package export_test

import (
	"fmt"

	"github.com/selisik/selisik/internal/export"
)

func ExampleFormats() {
	for _, f := range export.Formats() {
		fmt.Println(f.Name, f.Extension)
	}
	// Output:
	// json .json
	// md .md
	// html .html
	// odt .odt
	// csv .csv.zip
	// claims-csv .claims.csv
	// quotes-csv .quotes.csv
	// quantities-csv .quantities.csv
	// annotations .annotations.json
	// prov .prov.json
	// claimreview .claimreview.json
	// warc .warc.gz
}
