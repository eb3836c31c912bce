// Package stories trains and measures the merge model of stage cluster on
// labelled sets of stories (partition.json beside articles.jsonl).
package stories
