package vaiwg.verification.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The files of a site with one account, to which posts are granted. */
public final class SiteAccounts {
    public static final String LOGIN = "a.lead";
    public static final String PASSWORD = "of-the-lead-alone";

    /**
     * The password's hash as Python's {@code hashlib.pbkdf2_hmac} gives it, of the fewest iterations that a file may have: each of as many as
     * a line of the command has would take most of a second in a test.
     */
    private static final String LINE =
            LOGIN + ":1000:AAECAwQFBgcICQoLDA0ODw==:+d6o2E+YBkIqCEdpMBdFZCrXhV/qlqcXE4Y07Qecs6g=\n";

    private SiteAccounts() {}

    /** Writes the files, and gives the options by which a command uses the account. */
    public static List<String> options(Path folder, String... posts) {
        return List.of(
                "--users",
                users(folder).toString(),
                "--grants",
                grants(folder, posts).toString(),
                "--login",
                LOGIN,
                "--password-file",
                write(folder.resolve("lead.password"), PASSWORD).toString());
    }

    public static Path users(Path folder) {
        return write(folder.resolve("users.txt"), LINE);
    }

    public static Path grants(Path folder, String... posts) {
        return write(
                folder.resolve("grants.txt"),
                "[" + LOGIN + "]\n" + (posts.length == 0 ? "" : "posts = " + String.join("; ", posts) + "\n"));
    }

    private static Path write(Path file, String text) {
        try {
            return Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
