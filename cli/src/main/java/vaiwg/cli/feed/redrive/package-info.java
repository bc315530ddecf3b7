/** Dead letters sent again, as they were or mended, each at most once. */
package vaiwg.cli.feed.redrive;
