/** Loading files of events: checked whole, then sent in the order of their changes; what cannot be sent goes to a file of rejects. */
package vaiwg.cli.feed.load;
