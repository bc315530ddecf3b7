package vaiwg.kpis;

import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Keys with certificates for 127.0.0.1 that they signed themselves, one of each name in a JVM: making one starts another JVM. */
public final class SelfSigned {
    /** Of each store and of the key in it. */
    public static final String PASSWORD = "changeit";

    private static final Map<String, byte[]> MADE = new HashMap<>();

    private SelfSigned() {}

    /**
     * A key and its certificate, under its name.
     *
     * @param folder in which one that is not there yet is made
     */
    public static KeyStore keys(Path folder, String name) throws Exception {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        keys.load(new ByteArrayInputStream(made(folder, name)), PASSWORD.toCharArray());
        return keys;
    }

    /** The same as a file of the folder. */
    public static Path store(Path folder, String name) throws Exception {
        byte[] store = made(folder, name);
        return Files.write(folder.resolve(name + ".p12"), store);
    }

    /** A file with the certificate alone, for whom it is to be trusted by. */
    public static Path trustStore(Path folder, String name) throws Exception {
        Path store = folder.resolve(name + "-trust.p12");
        try (OutputStream out = Files.newOutputStream(store)) {
            trusted(folder, name).store(out, PASSWORD.toCharArray());
        }
        return store;
    }

    /**
     * How a client speaks that trusts one certificate.
     *
     * @param own the key that it shows
     */
    public static SSLContext client(Path folder, String trusted, Optional<String> own) throws Exception {
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted(folder, trusted));
        KeyManager[] shown = null;
        if (own.isPresent()) {
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(keys(folder, own.get()), PASSWORD.toCharArray());
            shown = keys.getKeyManagers();
        }
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(shown, trust.getTrustManagers(), null);
        return context;
    }

    /** What PEM's header and footer call so. */
    public static String pem(String what, byte[] content) {
        return "-----BEGIN " + what + "-----\n"
                + Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                        .encodeToString(content)
                + "\n-----END " + what + "-----\n";
    }

    private static KeyStore trusted(Path folder, String name) throws Exception {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry(name, keys(folder, name).getCertificate(name));
        return trusted;
    }

    private static synchronized byte[] made(Path folder, String name) throws Exception {
        byte[] known = MADE.get(name);
        if (known == null) {
            Path store = folder.resolve(name + ".p12");
            make(name, store);
            known = Files.readAllBytes(store);
            MADE.put(name, known);
        }
        return known;
    }

    private static void make(String name, Path store) throws Exception {
        String keytool =
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        List<String> command = new ArrayList<>(List.of(keytool, "-genkeypair", "-keyalg", "EC", "-alias", name));
        command.addAll(List.of("-dname", "CN=" + name, "-ext", "san=ip:127.0.0.1", "-validity", "3650"));
        command.addAll(List.of("-storetype", "PKCS12", "-storepass", PASSWORD, "-keystore", store.toString()));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new AssertionError(said);
        }
    }
}
