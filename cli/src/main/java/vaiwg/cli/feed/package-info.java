/** Events on their way to and from the topics: encoded, sent, read back, with the progress of each source. */
package vaiwg.cli.feed;
