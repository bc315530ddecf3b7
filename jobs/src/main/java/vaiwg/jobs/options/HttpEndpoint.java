package vaiwg.jobs.options;

import java.io.Serializable;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A server that the job asks by HTTP, and how the job shows who it is. It travels in the job graph, so it holds the names of files with
 * secrets and no secret: they are read, and may be replaced, where a request is made. Only a header's value that was given in clear
 * travels with it.
 *
 * @param address with the scheme http or https, without a user
 * @param user for basic authentication, empty for none
 * @param passwordFile that holds the user's password, empty for none
 * @param headers sent with every request, by name; a value {@code @FILE} is what that file holds
 * @param caFile certificates in PEM: only servers whose certificates these have signed are trusted; empty for those that Java trusts
 */
public record HttpEndpoint(URI address, String user, String passwordFile, Map<String, String> headers, String caFile)
        implements Serializable {
    private static final Set<String> SCHEMES = Set.of("http", "https");
    private static final String FROM_FILE = "@";
    /** In the names of headers that show who asks; an id of a tenant (X-Scope-OrgID) is none. */
    private static final Pattern SECRETS =
            Pattern.compile("authorization|cookie|token|secret|password|key", Pattern.CASE_INSENSITIVE);

    /** @throws IllegalArgumentException in one sentence, where this is no endpoint */
    public HttpEndpoint {
        if (address.getHost() == null || !SCHEMES.contains(String.valueOf(address.getScheme()))) {
            throw new IllegalArgumentException(
                    "'" + address + "' is no address of a server: give one such as http://server:8081.");
        }
        if (address.getRawUserInfo() != null) {
            throw new IllegalArgumentException("The address of " + address.getHost()
                    + " holds a user: give the user by the option for it, and the password in a file.");
        }
        if (user.isEmpty() != passwordFile.isEmpty()) {
            throw new IllegalArgumentException(
                    "Give both a user and a file with the user's password for " + address.getHost() + ", or neither.");
        }
        headers = new TreeMap<>(headers);
    }

    /** Without anything that shows who asks. */
    public static HttpEndpoint of(URI address) {
        return new HttpEndpoint(address, "", "", Map.of(), "");
    }

    /** With whatever of the rest there is. */
    public static HttpEndpoint of(
            URI address,
            Optional<String> user,
            Optional<Path> passwordFile,
            Map<String, String> headers,
            Optional<Path> caFile) {
        return new HttpEndpoint(
                address,
                user.orElse(""),
                passwordFile.map(Path::toString).orElse(""),
                headers,
                caFile.map(Path::toString).orElse(""));
    }

    /**
     * Headers as a variable of the environment holds them: {@code NAME=VALUE}, separated by semicolons.
     *
     * @throws IllegalArgumentException in one sentence that repeats no value, where one has no name
     */
    public static Map<String, String> headers(String text) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (String header : text.split(";")) {
            int equals = header.indexOf('=');
            if (equals < 1) {
                throw new IllegalArgumentException(
                        "A header has no name: write NAME=VALUE or NAME=@FILE, and semicolons between them.");
            }
            headers.put(
                    header.substring(0, equals).strip(),
                    header.substring(equals + 1).strip());
        }
        return headers;
    }

    /**
     * Returns where no secret of these headers was given on a command line.
     *
     * @throws IllegalArgumentException in one sentence that repeats no value, where one was
     */
    public static void requireNoSecretIn(Map<String, String> arguments) {
        arguments.forEach((name, value) -> {
            if (SECRETS.matcher(name).find() && !value.startsWith(FROM_FILE)) {
                throw new IllegalArgumentException("The header " + name
                        + " holds a secret, which the list of processes would show: write it into a file, and give "
                        + name + "=@FILE.");
            }
        });
    }

    /** A page below the address. */
    public URI page(String path) {
        return URI.create(address.toString().replaceAll("/+$", "") + path);
    }

    /**
     * The headers by which a request shows who asks.
     *
     * @throws IllegalArgumentException in one sentence, where a file that holds a secret cannot be read
     */
    public Map<String, String> authorization() {
        Map<String, String> all = new LinkedHashMap<>();
        headers.forEach((name, value) ->
                all.put(name, value.startsWith(FROM_FILE) ? PasswordFile.read(Path.of(value.substring(1))) : value));
        if (!user.isEmpty()) {
            String pair = user + ":" + PasswordFile.read(Path.of(passwordFile));
            all.put(
                    "Authorization",
                    "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
        }
        return all;
    }

    /** The files that hold the password and the secrets of headers. */
    public List<Path> secretFiles() {
        return Stream.concat(
                        Stream.of(passwordFile).filter(file -> !file.isEmpty()),
                        headers.values().stream()
                                .filter(value -> value.startsWith(FROM_FILE))
                                .map(value -> value.substring(1)))
                .map(Path::of)
                .toList();
    }

    /** Without values of headers, which may be secrets. */
    @Override
    public String toString() {
        return address.toString();
    }
}
