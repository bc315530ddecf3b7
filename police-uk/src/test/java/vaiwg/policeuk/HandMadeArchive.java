package vaiwg.policeuk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** An archive made by a test: files of a few rows, laid out as data.police.uk lays them out. */
final class HandMadeArchive {
    static final String STREET_HEADER = "Crime ID,Month,Reported by,Falls within,Longitude,Latitude,Location,LSOA code,"
            + "LSOA name,Crime type,Last outcome category,Context";
    static final String OUTCOMES_HEADER =
            "Crime ID,Month,Reported by,Falls within,Longitude,Latitude,Location,LSOA code," + "LSOA name,Outcome type";
    private static final String VIOLENCE = "Violence and sexual offences";

    private final Map<String, byte[]> files = new LinkedHashMap<>();

    /** A street row of violence and sexual offences. */
    static String crime(String id, String month) {
        return crime(id, month, VIOLENCE);
    }

    static String crime(String id, String month, String type) {
        return id + "," + month + ",A Force,A Force,-0.4,51.9,On or near High Street,E01017449,Luton 001A," + type
                + ",Under investigation,";
    }

    static String outcome(String id, String month, String label) {
        return id + "," + month + ",A Force,A Force,-0.4,51.9,On or near High Street,E01017449,Luton 001A," + label;
    }

    HandMadeArchive street(String month, String force, String... rows) {
        return file(month, force, "street", STREET_HEADER, rows);
    }

    HandMadeArchive outcomes(String month, String force, String... rows) {
        return file(month, force, "outcomes", OUTCOMES_HEADER, rows);
    }

    HandMadeArchive bytes(String name, byte[] content) {
        files.put(name, content);
        return this;
    }

    private HandMadeArchive file(String month, String force, String kind, String header, String... rows) {
        String text = header + "\n" + String.join("\n", rows) + (rows.length == 0 ? "" : "\n");
        return bytes(month + "/" + month + "-" + force + "-" + kind + ".csv", text.getBytes(StandardCharsets.UTF_8));
    }

    Path folder(Path parent) {
        try {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                Path path = parent.resolve(file.getKey());
                Files.createDirectories(path.getParent());
                Files.write(path, file.getValue());
            }
            return parent;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path zip(Path path) {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(path))) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
            }
            return path;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
