package vaiwg.cli.doctor;

import java.io.IOException;
import java.security.cert.CertificateException;
import java.util.stream.Stream;

/** What to do where a server that is asked by HTTP gives no answer. */
final class NoAnswer {
    private NoAnswer() {}

    /**
     * Where the server's certificate is what is wrong, the server need not be started.
     *
     * @param which server, with which the sentence begins
     * @param authority the option that names the certificates that are trusted
     * @param otherwise the rest of the sentence where the server is away
     */
    static String sentence(String which, IOException failure, String authority, String otherwise) {
        boolean isUntrusted = Stream.iterate((Throwable) failure, cause -> cause != null, Throwable::getCause)
                .anyMatch(CertificateException.class::isInstance);
        return which
                + (isUntrusted
                        ? " cannot be asked, since the certificate shown is not trusted here: name its authority's"
                                + " with " + authority + ", or have one made for the name in the address."
                        : otherwise);
    }
}
