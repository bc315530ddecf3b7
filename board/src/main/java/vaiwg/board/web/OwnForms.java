package vaiwg.board.web;

import java.net.URI;

/**
 * Takes forms from this server's own pages only: a page of another site, open in an owner's browser, would write in the owner's name
 * (cross-site request forgery). Browsers name the origin of a form, and no page can change that.
 */
final class OwnForms {
    private OwnForms() {}

    /** @throws Refusal where the form comes from elsewhere, or no origin is named */
    static void require(WebExchange exchange) {
        String site = exchange.header("Sec-Fetch-Site");
        boolean own = site == null ? isOwn(exchange.header("Origin"), exchange.host()) : site.equals("same-origin");
        if (!own) {
            throw Refusal.forbidden(
                    "A form is taken from its own page on this server alone: open it there. Programs use ./vaiwg note and ./vaiwg explain.");
        }
    }

    /** For browsers that send no more than the origin: over HTTP from another machine they do not. */
    private static boolean isOwn(String origin, String host) {
        if (origin == null || host == null) {
            return false;
        }
        try {
            return host.equalsIgnoreCase(URI.create(origin).getAuthority());
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
