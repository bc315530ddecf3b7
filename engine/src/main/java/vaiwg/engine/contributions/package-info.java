/** From records to deltas: what a subject contributes to all measures as known at an instant, and what an event changes of it. */
package vaiwg.engine.contributions;
