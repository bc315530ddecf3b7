/**
 * What keeps small numbers of people from being read off a report, or off two: {@link vaiwg.board.disclosure.Disclosure} withholds them
 * and what would give them away, {@link vaiwg.board.disclosure.Attack} tries to find them all the same. The rules are in {@code
 * docs/small-numbers.md}.
 */
package vaiwg.board.disclosure;
