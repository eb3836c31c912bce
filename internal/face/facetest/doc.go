// Package facetest holds an invented dossier on which the faces are tested:
// two stories of people, places and outlets that do not exist, with every kind
// of difference, quotes in several wordings, copies of every kind, removed junk
// and strings as hostile as the web has them. Only tests import it.
package facetest
