package main

import "github.com/spf13/cobra"

func (a *app) explain() *cobra.Command { return &cobra.Command{Use: "explain", Hidden: true} }
