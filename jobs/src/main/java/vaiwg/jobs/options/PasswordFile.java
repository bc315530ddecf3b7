package vaiwg.jobs.options;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file that holds one password. Read where the password is used, so that it gets into no command line and no job graph. */
public final class PasswordFile {
    private PasswordFile() {}

    /**
     * The password; white space around it does not belong to it.
     *
     * @throws IllegalArgumentException in one sentence, where the file has none
     */
    public static String read(Path file) {
        String password;
        try {
            password = Files.readString(file).strip();
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException(
                    "The password file " + file + " is not UTF-8 text: write the password alone into it.", e);
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "The password file " + file + " cannot be read: correct the path, or its permissions.", e);
        }
        if (password.isEmpty()) {
            throw new IllegalArgumentException("The password file " + file + " is empty: write the password into it.");
        }
        return password;
    }
}
