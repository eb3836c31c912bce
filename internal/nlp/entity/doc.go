// Package entity finds names of persons, organisations and places in text,
// with the roles that stand beside them, and tells which mentions name the
// same.
//
// In: a tokenised text and a language pack. Out: mentions in order, none
// overlapping, each with its kind, the fullest form of its name that the text
// gives anywhere, and its role. Steps:
//
//  1. Candidates: the trained tagger where the pack has one, runs of
//     capitalised words judged by the pack's tables elsewhere.
//  2. Trim: titles, ranks and honorifics leave the name; places and
//     institutions that the tables know keep the table's kind.
//  3. Names: a short form takes the fullest form of the text ("Sri" after
//     "Sri Andayani"), an acronym the name that it was introduced with, a
//     place the name its table shows it by.
//  4. Roles: office words before the name ("Presiden Rusia, Vladimir Putin")
//     or in apposition after it ("Martha Quill, the mayor of Ellery,").
//
// What the package does not do: joining mentions of several articles,
// pronouns, nicknames that share no word with the name, and disambiguation of
// two persons of one name.
package entity
