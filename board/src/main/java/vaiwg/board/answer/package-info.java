/** Owners' answers to signals: what is asked, what is answered, and how an answer leaves. */
package vaiwg.board.answer;
