package vaiwg.board.web;

import vaiwg.board.access.AccessLog;
import vaiwg.board.access.Grant;

/**
 * Who sends a request.
 *
 * @param login {@link AccessLog.Entry#NOBODY} where nobody is known to
 * @param address from where, as a proxy that proved itself says
 */
record Visitor(String login, String address, Grant grant) {
    /** Who is not known yet, and sees nothing that anybody else does not. */
    static Visitor unknown(String address) {
        return new Visitor(AccessLog.Entry.NOBODY, address, Grant.BOARD);
    }
}
