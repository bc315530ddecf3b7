/** The streams of events and the released versions of their schemas. */
package vaiwg.schemas;
