package io.rapport.crm.quickstart.csv;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/** Where the bytes of a CSV file come from. It is opened several times: to check the encoding, then to
 * read the rows. */
public final class CsvSource {

    private final String name;
    private final Opener opener;

    private CsvSource(String name, Opener opener) {
        this.name = name;
        this.opener = opener;
    }

    /** A file of the user; its name in messages is the path as given. */
    public static CsvSource file(Path path) {
        return new CsvSource(path.toString(), () -> {
            if (Files.isDirectory(path)) {
                throw new UnreadableFileException(path.toString(), "is a directory; give a file");
            }
            return Files.newInputStream(path);
        });
    }

    /** A resource beside {@code neighbour} on the class path. */
    public static CsvSource resource(Class<?> neighbour, String name) {
        return new CsvSource(name, () -> {
            InputStream stream = neighbour.getResourceAsStream(name);
            if (stream == null) {
                throw new FileNotFoundException(name);
            }
            return stream;
        });
    }

    public String name() {
        return name;
    }

    /**
     * The names in the first line; none when the file is empty.
     *
     * @throws UnreadableFileException when it cannot be read
     */
    public List<String> header() {
        try (Records records = new Records(this)) {
            return records.next()
                    .map(first -> first.getFields().stream().map(String::strip).toList())
                    .orElse(List.of());
        }
    }

    InputStream open() {
        try {
            return opener.open();
        } catch (NoSuchFileException | FileNotFoundException e) {
            throw new UnreadableFileException(name, "does not exist");
        } catch (AccessDeniedException e) {
            throw new UnreadableFileException(name, "may not be read by this user");
        } catch (IOException e) {
            throw failed();
        }
    }

    /** What to throw when reading breaks off. */
    UnreadableFileException failed() {
        return new UnreadableFileException(name, "cannot be read");
    }

    @FunctionalInterface
    private interface Opener {
        InputStream open() throws IOException;
    }
}
