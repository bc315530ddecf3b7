package vaiwg.verification.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import vaiwg.board.web.Users;

/** The files of a site with one account, to which posts are granted. */
public final class SiteAccounts {
    public static final String LOGIN = "a.lead";
    public static final String PASSWORD = "of-the-lead-alone";

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
        return write(folder.resolve("users.txt"), Users.line(LOGIN, PASSWORD.toCharArray()) + "\n");
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
