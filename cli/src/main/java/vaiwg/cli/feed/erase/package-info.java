/** Finding what the log and the tables hold of a data subject, and writing the log anew without it. */
package vaiwg.cli.feed.erase;
