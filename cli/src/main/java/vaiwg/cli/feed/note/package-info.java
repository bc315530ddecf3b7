/** Owners' notes on signals, as events for their topic. */
package vaiwg.cli.feed.note;
