package vaiwg.board.web;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.cert.CertificateFactory;
import java.util.List;
import vaiwg.board.access.SiteFile;

/** By what a proxy proves that it is the proxy. */
public sealed interface ProxyProof {
    /** What only it knows, in a header of its own. */
    record Secret(String header, SiteFile<byte[]> secret) implements ProxyProof {
        private static final int SHORTEST = 32;

        /**
         * The secret that is the only line of a file.
         *
         * @throws IllegalArgumentException in one sentence, where the file holds none, or one that could be guessed
         */
        public static Secret read(String header, Path file) {
            return new Secret(header, SiteFile.read(file, "the proxy's secret", Secret::secret));
        }

        private static byte[] secret(Path file, List<String> lines) {
            List<String> said = lines.stream()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .toList();
            if (said.size() != 1 || said.get(0).length() < SHORTEST) {
                throw new IllegalArgumentException("The file of the proxy's secret " + file + " is not one line of "
                        + SHORTEST + " characters or more: write what openssl rand -hex 32 prints into it.");
            }
            return said.get(0).getBytes(StandardCharsets.UTF_8);
        }

        /** Whether this is it, in a time that says nothing of how much of it is right. */
        boolean is(String said) {
            return MessageDigest.isEqual(secret.get(), said.getBytes(StandardCharsets.UTF_8));
        }
    }

    /**
     * The key of its certificate, when the connection begins: no other is taken, not one that it signed either.
     *
     * @param own the proxy's
     * @param trusted holds it alone
     */
    record Certificate(java.security.cert.Certificate own, KeyStore trusted) implements ProxyProof {
        /**
         * The one in a PEM file.
         *
         * @throws IllegalArgumentException in one sentence, where it holds none
         */
        public static Certificate read(Path certificate) {
            try (InputStream in = Files.newInputStream(certificate)) {
                KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
                trusted.load(null, null);
                java.security.cert.Certificate own =
                        CertificateFactory.getInstance("X.509").generateCertificate(in);
                trusted.setCertificateEntry("proxy", own);
                return new Certificate(own, trusted);
            } catch (IOException | GeneralSecurityException e) {
                throw new IllegalArgumentException(
                        "The proxy's certificate " + certificate
                                + " cannot be read: name a PEM file that holds it alone.",
                        e);
            }
        }
    }
}
