package dev.kindred.it.chinook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.it.support.DatabaseExtension;
import dev.kindred.it.support.EnabledIfChinook;
import dev.kindred.it.support.StatementRecorder;
import dev.kindred.model.Condition;
import dev.kindred.reactor.ReactiveMapper;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@EnabledIfChinook
class ChinookFilterIntegrationTests {

    @RegisterExtension
    static final DatabaseExtension database = DatabaseExtension.create().withChinook();

    private final StatementRecorder recorder = new StatementRecorder();
    private ReactiveMapper mapper;

    @BeforeEach
    void mapper() {
        mapper = ReactiveMapper.builder(database.pool()).listener(recorder).build();
    }

    @Test
    void customersWhoseRepresentativesManagerHasTheGeneralManagerAboveAreFoundThroughThreeLevels() {
        List<Integer> found = mapper.from(Customer.class)
                .whereHas(
                        Customer_.SUPPORT_REP,
                        rep -> rep.whereHas(
                                Employee_.MANAGER,
                                manager -> manager.whereHas(
                                        Employee_.MANAGER,
                                        head -> head.where(Employee_.TITLE.eq("General Manager"))
                                                .doesntHave(Employee_.MANAGER))))
                .orderBy(Customer_.CUSTOMER_ID.asc())
                .all()
                .map(Customer::customerId)
                .collectList()
                .block();

        assertThat(found)
                .isNotEmpty()
                .isEqualTo(integers(
                        "select c.customer_id from customer c join employee e on e.employee_id = c.support_rep_id"
                                + " join employee m on m.employee_id = e.reports_to join employee h on"
                                + " h.employee_id = m.reports_to where h.title = 'General Manager' and"
                                + " h.reports_to is null order by 1"));
        assertThat(recorder.count()).isEqualTo(1);
    }

    @Test
    void employeesWithManagersAtEachDepthAreThoseOfPlainSql() {
        assertThat(employees(0)).isEqualTo(integers("select employee_id from employee order by 1"));
        assertThat(employees(1))
                .isEqualTo(integers("select e.employee_id from employee e join employee a on a.employee_id ="
                        + " e.reports_to order by 1"));
        assertThat(employees(2))
                .isNotEmpty()
                .isEqualTo(
                        integers("select e.employee_id from employee e join employee a on a.employee_id = e.reports_to"
                                + " join employee b on b.employee_id = a.reports_to order by 1"));
        assertThat(employees(3)).isEmpty();
    }

    private List<Integer> employees(int managersAbove) {
        return mapper.from(Employee.class)
                .where(managed(managersAbove))
                .orderBy(Employee_.EMPLOYEE_ID.asc())
                .all()
                .map(Employee::employeeId)
                .collectList()
                .block();
    }

    private static Condition<Employee> managed(int levels) {
        return levels == 0
                ? Employee_.EMPLOYEE_ID.isNotNull()
                : Employee_.MANAGER.exists(manager -> manager.where(managed(levels - 1)));
    }

    @Test
    void employeesAreFilteredByTheNumberOfTheirReports() {
        for (long reports = 0; reports < 4; reports++) {
            List<Integer> found = mapper.from(Employee.class)
                    .where(Employee_.REPORT.count().ge(reports))
                    .orderBy(Employee_.EMPLOYEE_ID.asc())
                    .all()
                    .map(Employee::employeeId)
                    .collectList()
                    .block();

            assertThat(found)
                    .isEqualTo(integers(
                            "select e.employee_id from employee e left join employee r on r.reports_to = e.employee_id"
                                    + " group by 1 having count(r.employee_id) >= " + reports + " order by 1"));
        }
    }

    @Test
    void expensiveTracksOfAnArtistAreFoundThroughTwoRelations() {
        Long found = mapper.from(Track.class)
                .where(Track_.UNIT_PRICE.gt(new BigDecimal("0.99")))
                .orWhereHas(
                        Track_.ALBUM,
                        album -> album.whereHas(Album_.ARTIST, artist -> artist.where(Artist_.NAME.eq("AC/DC"))))
                .whereHas(Track_.GENRE, genre -> genre.where(Genre_.NAME.ne("Comedy")))
                .count()
                .block();

        assertThat(found)
                .isPositive()
                .isEqualTo(database.postgres()
                        .query("select count(*) as n from track t left join album al using (album_id)"
                                + " left join artist ar using (artist_id) join genre g using (genre_id)"
                                + " where (t.unit_price > 0.99 or ar.name = 'AC/DC') and g.name <> 'Comedy'")
                        .get(0)
                        .get("n"));
    }

    private List<Integer> integers(String sql) {
        return database.postgres().query(sql).stream()
                .map(row -> (Integer) row.values().iterator().next())
                .toList();
    }
}
