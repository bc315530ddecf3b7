/** What owners answered to signals, and within how many days. */
package vaiwg.engine.responses;
