/** Lists of the cases behind a figure, which are made elsewhere: what is asked for, and how far it is. */
package vaiwg.board.cases;
