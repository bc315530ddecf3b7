package vaiwg.jobs.http;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

/** Keys with certificates for 127.0.0.1 that they signed themselves, one of each name in a JVM: making one starts another JVM. */
public final class SelfSigned {
    /** Of the store and of the key in it. */
    public static final char[] PASSWORD = "changeit".toCharArray();

    private static final Map<String, byte[]> MADE = new HashMap<>();

    private SelfSigned() {}

    /**
     * A key and its certificate, under its name.
     *
     * @param folder in which one that is not there yet is made
     */
    public static synchronized KeyStore keys(Path folder, String name) throws Exception {
        if (!MADE.containsKey(name)) {
            Path store = folder.resolve(name + ".p12");
            make(name, store);
            MADE.put(name, Files.readAllBytes(store));
        }
        KeyStore keys = KeyStore.getInstance("PKCS12");
        keys.load(new ByteArrayInputStream(MADE.get(name)), PASSWORD);
        return keys;
    }

    /** What PEM's header and footer call so. */
    public static String pem(String what, byte[] content) {
        return "-----BEGIN " + what + "-----\n"
                + Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                        .encodeToString(content)
                + "\n-----END " + what + "-----\n";
    }

    private static void make(String name, Path store) throws Exception {
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-keyalg",
                        "EC",
                        "-alias",
                        name,
                        "-dname",
                        "CN=" + name,
                        "-ext",
                        "san=ip:127.0.0.1",
                        "-validity",
                        "3650",
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        new String(PASSWORD),
                        "-keystore",
                        store.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (keytool.waitFor() != 0) {
            throw new AssertionError(said);
        }
    }
}
