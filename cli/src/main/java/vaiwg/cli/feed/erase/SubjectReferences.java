package vaiwg.cli.feed.erase;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import vaiwg.cli.terminal.CommandFailure;

/**
 * By what a data subject is known: pseudonyms and numbers of records. They are looked for in the bytes of records, so that those of every
 * schema, and those that nobody can read, are found: Avro writes a text as its length and its UTF-8.
 */
public final class SubjectReferences {
    /** What is shorter is in half of all texts. */
    private static final int SHORTEST = 4;

    /** Of Avro's single-object encoding, and of Confluent's frame. */
    private static final byte[] AVRO = {(byte) 0xC3, 0x01};

    private static final byte CONFLUENT = 0;

    private final List<String> references;
    private final List<byte[]> plain;
    private final List<byte[]> inAvro;
    private final byte[] force;

    public SubjectReferences(List<String> references, String force) {
        this.references = references.stream()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .distinct()
                .toList();
        if (this.references.isEmpty()) {
            throw CommandFailure.wrongUsage(
                    "The subject's file has no reference: write one a line, pseudonyms or numbers of records.");
        }
        if (this.references.stream().anyMatch(reference -> reference.length() < SHORTEST)) {
            throw CommandFailure.wrongUsage("A reference of the subject's file has less than " + SHORTEST
                    + " characters, and would be found in what is of others: take it out.");
        }
        this.plain = this.references.stream()
                .map(reference -> reference.getBytes(StandardCharsets.UTF_8))
                .toList();
        this.inAvro = plain.stream().map(AvroText::encoded).toList();
        this.force = AvroText.encoded(force.getBytes(StandardCharsets.UTF_8));
    }

    public static SubjectReferences read(Path file, String force) {
        try {
            return new SubjectReferences(Files.readAllLines(file), force);
        } catch (IOException e) {
            throw CommandFailure.wrongUsage(
                    "The subject's file " + file + " cannot be read: correct the path, or its permissions.", e);
        }
    }

    /** The references themselves: for nothing that is kept. */
    public List<String> all() {
        return references;
    }

    boolean areKey(byte[] key) {
        return key != null && plain.stream().anyMatch(reference -> Arrays.equals(reference, key));
    }

    /** Whether one is a whole text of an event, or somewhere in what is no event that can be told. */
    boolean areIn(byte[] value) {
        return isAvro(value) ? inAvro.stream().anyMatch(text -> contains(value, text)) : areAnywhereIn(value);
    }

    /** Whether one is somewhere in these bytes, also inside of a sentence. */
    boolean areAnywhereIn(byte[] value) {
        return value != null && plain.stream().anyMatch(text -> contains(value, text));
    }

    /** Whether a record is, or may be, of the force. */
    boolean mayBeOfForce(byte[] value) {
        return !isAvro(value) || contains(value, force);
    }

    private static boolean isAvro(byte[] value) {
        return value != null
                && value.length > AVRO.length
                && (value[0] == CONFLUENT || value[0] == AVRO[0] && value[1] == AVRO[1]);
    }

    private static boolean contains(byte[] bytes, byte[] sought) {
        return AvroText.indexOf(bytes, sought, 0) >= 0;
    }
}
