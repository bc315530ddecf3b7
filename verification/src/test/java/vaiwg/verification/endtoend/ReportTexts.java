package vaiwg.verification.endtoend;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** The numbers that a reader sees in a report's pages, as text, with how often each is there. */
final class ReportTexts {
    private static final Pattern NUMBER = Pattern.compile("\\d[\\d,]*(?:\\.\\d+)?");
    private static final Set<String> NOT_PRINTED = Set.of("skip", "pages", "data", "run", "hidden");

    private ReportTexts() {}

    /** Those of the tables of the document for browsers; {@code printed} without the tables that open. */
    static TreeMap<String, Integer> html(Path report, boolean printed) throws IOException {
        try {
            Element root = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new ByteArrayInputStream(Files.readAllBytes(report.resolve("index.html"))))
                    .getDocumentElement();
            StringBuilder text = new StringBuilder();
            cells(root, false, printed, text);
            return numbers(text);
        } catch (SAXException | ParserConfigurationException e) {
            throw new IOException("index.html is not well-formed", e);
        }
    }

    static TreeMap<String, Integer> pdf(Path report) throws IOException {
        return numbers(printed(report));
    }

    /** All that is printed. */
    static String printed(Path report) throws IOException {
        try (PDDocument document = Loader.loadPDF(report.resolve("report.pdf").toFile())) {
            return new PDFTextStripper().getText(document);
        }
    }

    /** All that is in the workbook, as it is written in it. */
    static String workbook(Path report) throws IOException {
        StringBuilder text = new StringBuilder();
        try (ZipFile workbook = new ZipFile(report.resolve("report.xlsx").toFile())) {
            for (ZipEntry part : Collections.list(workbook.entries())) {
                try (InputStream in = workbook.getInputStream(part)) {
                    text.append(new String(in.readAllBytes(), StandardCharsets.UTF_8));
                }
            }
        }
        return text.toString();
    }

    /** Those of one side that the other has less often. */
    static List<String> lacking(TreeMap<String, Integer> wanted, TreeMap<String, Integer> had) {
        List<String> lacking = new ArrayList<>();
        wanted.forEach((number, times) -> {
            if (had.getOrDefault(number, 0) < times) {
                lacking.add(number + " is there " + had.getOrDefault(number, 0) + " times, not " + times);
            }
        });
        return lacking;
    }

    /** As a reader sees it: rounded half away from zero, with commas. */
    static String written(double number, int decimals) {
        BigDecimal rounded = BigDecimal.valueOf(Math.abs(number)).setScale(decimals, RoundingMode.HALF_UP);
        return String.format(Locale.ROOT, "%,." + decimals + "f", rounded);
    }

    private static void cells(Node node, boolean within, boolean printed, StringBuilder text) {
        if (node instanceof Element element) {
            Set<String> classes = Set.of(element.getAttribute("class").split(" "));
            if (element.getTagName().equals("svg")
                    || printed && classes.stream().anyMatch(NOT_PRINTED::contains)) {
                return;
            }
        }
        boolean isCell =
                within || node.getNodeName().equals("td") || node.getNodeName().equals("th");
        if (isCell && node.getNodeType() == Node.TEXT_NODE) {
            text.append(node.getNodeValue()).append(' ');
        }
        for (Node child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
            cells(child, isCell, printed, text);
        }
    }

    private static TreeMap<String, Integer> numbers(CharSequence text) {
        TreeMap<String, Integer> numbers = new TreeMap<>();
        NUMBER.matcher(text)
                .results()
                .forEach(found -> numbers.merge(found.group().replaceAll(",$", ""), 1, Integer::sum));
        return numbers;
    }
}
