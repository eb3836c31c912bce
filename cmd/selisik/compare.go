package main

import "github.com/spf13/cobra"

func (a *app) compare() *cobra.Command { return &cobra.Command{Use: "compare", Hidden: true} }
