package dev.kindred.it.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.it.chinook.Album;
import dev.kindred.it.chinook.Artist;
import dev.kindred.it.chinook.Customer;
import dev.kindred.it.chinook.Employee;
import dev.kindred.it.chinook.Genre;
import dev.kindred.it.chinook.Invoice;
import dev.kindred.it.chinook.InvoiceLine;
import dev.kindred.it.chinook.MediaType;
import dev.kindred.it.chinook.Playlist;
import dev.kindred.it.chinook.PlaylistTrack;
import dev.kindred.it.chinook.Track;
import dev.kindred.it.support.DatabaseExtension;
import dev.kindred.it.support.EnabledIfChinook;
import dev.kindred.reactor.ReactiveMapper;
import dev.kindred.reactor.SchemaOperations;
import dev.kindred.schema.Finding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Verifies a database that Kindred did not create. */
@EnabledIfChinook
class ChinookSchemaIntegrationTests {

    @RegisterExtension
    static final DatabaseExtension database = DatabaseExtension.create().withChinook();

    @Test
    void theRelationToOneOfSeveralReportsAndTheIndexOfAnOrderAreFound() {
        SchemaOperations schema = ReactiveMapper.create(database.pool())
                .schema(
                        Album.class,
                        Artist.class,
                        Customer.class,
                        Employee.class,
                        Genre.class,
                        Invoice.class,
                        InvoiceLine.class,
                        MediaType.class,
                        Playlist.class,
                        PlaylistTrack.class,
                        Track.class);

        assertThat(schema.verify().block().findings())
                .extracting(finding -> place(finding) + ": " + finding.expected() + " / " + finding.found())
                .containsExactly(
                        "employee.reports_to (Employee.report): at most one row"
                                + " for each key / 3 keys with several rows",
                        "employee.reports_to (Employee.report): a unique index / none",
                        "invoice.customer_id,invoice_date (Customer.invoices): an index / none");
    }

    private static String place(Finding finding) {
        String columns = finding.columns().isEmpty() ? "" : "." + String.join(",", finding.columns());
        return finding.table() + columns + " (" + finding.member() + ")";
    }
}
