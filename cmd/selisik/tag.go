package main

import "github.com/spf13/cobra"

func (a *app) tag() *cobra.Command { return &cobra.Command{Use: "tag", Hidden: true} }
