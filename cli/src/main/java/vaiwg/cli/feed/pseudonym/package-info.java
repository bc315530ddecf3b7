/** Keyed pseudonyms of people and addresses, and the keys with which they are made, version by version. */
package vaiwg.cli.feed.pseudonym;
