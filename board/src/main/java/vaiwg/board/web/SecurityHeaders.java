package vaiwg.board.web;

import java.util.Base64;
import vaiwg.kpis.digest.Sha256;

/** What a browser is told to do with the pages: run nothing, fetch nothing from elsewhere, show them in no other page, keep nothing. */
final class SecurityHeaders {
    private static final String POLICY =
            "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
    private static final long YEAR_SECONDS = 31_536_000;

    private SecurityHeaders() {}

    /** For a document that holds its style sheet: that one, told by its hash, and no other. */
    static void allowOwnStyles(WebExchange exchange, String styles) {
        exchange.header(
                "Content-Security-Policy",
                POLICY.replace("style-src 'self'", "style-src 'sha256-" + hash(styles) + "'"));
    }

    /** For a page with a form that is taken from this server's own pages only: without a referrer a browser hides the origin of the form. */
    static void sayOrigin(WebExchange exchange) {
        exchange.header("Referrer-Policy", "same-origin");
    }

    static void set(WebExchange exchange, boolean overTls) {
        exchange.header("Content-Security-Policy", POLICY);
        exchange.header("X-Content-Type-Options", "nosniff");
        exchange.header("Referrer-Policy", "no-referrer");
        exchange.header("Cross-Origin-Opener-Policy", "same-origin");
        exchange.header("Cross-Origin-Resource-Policy", "same-origin");
        exchange.header("Permissions-Policy", "camera=(), geolocation=(), microphone=()");
        exchange.header("Cache-Control", "no-store");
        if (overTls) {
            exchange.header("Strict-Transport-Security", "max-age=" + YEAR_SECONDS);
        }
    }

    private static String hash(String text) {
        return Base64.getEncoder().encodeToString(Sha256.of(text));
    }
}
