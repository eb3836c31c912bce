package main

import "github.com/spf13/cobra"

func (a *app) train() *cobra.Command { return &cobra.Command{Use: "train", Hidden: true} }
