package vaiwg.cli.options;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;
import vaiwg.board.access.Grant;
import vaiwg.board.access.Grants;
import vaiwg.board.web.Users;
import vaiwg.cli.terminal.CommandFailure;
import vaiwg.jobs.options.PasswordFile;

/** Who is at the command: an account of the board's pages, by the same two files. */
public final class AccountOptions {
    @Option(names = "--users", paramLabel = "FILE", required = true)
    private Path users;

    @Option(names = "--grants", paramLabel = "FILE", required = true)
    private Path grants;

    @Option(names = "--login", paramLabel = "NAME", required = true)
    private String login;

    @Option(names = "--password-file", paramLabel = "FILE")
    private Optional<Path> passwordFile = Optional.empty();

    /** The login, whose password was right and to whom the post is granted. */
    public String speakingFor(String post) {
        known();
        if (!grant().posts().contains(post)) {
            throw CommandFailure.wrongUsage(
                    "The post is not granted to this login: name one that is, or ask who keeps " + grants + ".");
        }
        return login;
    }

    /** The login, whose password was right. */
    public String known() {
        boolean isKnown = CommandFailure.orWrongUsage(() -> Users.read(users).know(login, password()));
        if (!isKnown) {
            throw CommandFailure.wrongUsage(
                    "The login and its password are not those of an account: correct --login or the password.");
        }
        return login;
    }

    /** What is granted to the login. */
    public Grant grant() {
        return CommandFailure.orWrongUsage(() -> Grants.read(grants).of(login));
    }

    private String password() {
        if (passwordFile.isPresent()) {
            return PasswordFile.read(passwordFile.get());
        }
        char[] password = System.console() == null ? null : System.console().readPassword("Password: ");
        if (password == null) {
            throw CommandFailure.wrongUsage(
                    "The password is asked for at a terminal: run the command there, or give --password-file.");
        }
        return new String(password);
    }
}
