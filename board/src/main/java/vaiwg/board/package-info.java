/** What all parts of the report share: which snapshot it is of, days and digits in words, tiers of readers, helplines. */
package vaiwg.board;
