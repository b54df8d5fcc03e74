package dev.kindred.it.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.kindred.error.NotNullViolationException;
import dev.kindred.it.boot.app.Tables;
import dev.kindred.it.boot.app.User;
import dev.kindred.it.boot.app.Users;
import dev.kindred.it.boot.slice.Remarks;
import dev.kindred.reactor.EntityRepository;
import dev.kindred.reactor.EntitySelect;
import dev.kindred.reactor.ReactiveMapper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.aop.support.AopUtils;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** The repositories of an application are beans. */
class RepositoryIntegrationTests extends BootTests {

    /** An implementation of the application. */
    static class Own implements Users {

        private final ReactiveMapper mapper;

        Own(ReactiveMapper mapper) {
            this.mapper = mapper;
        }

        @Override
        public ReactiveMapper mapper() {
            return mapper;
        }

        @Override
        public EntitySelect<User> query() {
            return mapper.from(User.class);
        }

        @Override
        public Mono<User> find(Long id) {
            return mapper.find(User.class, id);
        }

        @Override
        public Mono<User> get(Long id) {
            return mapper.get(User.class, id);
        }
    }

    @BeforeEach
    void empty() {
        database.execute(Tables.EMPTY);
    }

    private static long count(ApplicationContext context, String table) {
        return run(context.getBean(ReactiveMapper.class)
                .sql("select count(*) as n from " + table)
                .map(row -> row.get("n", Long.class))
                .one());
    }

    @Test
    void aRepositoryIsABeanWithItsSimpleName() {
        application().run(context -> {
            Users users = context.getBean("users", Users.class);
            User stored = run(users.save(User.of("ann@example.org")));

            assertThat(context.getBeansOfType(EntityRepository.class)).containsOnlyKeys("users");
            assertThat(run(users.find(stored.id()))).extracting(User::email).isEqualTo("ann@example.org");
            assertThat(run(users.byEmail("ann@example.org")))
                    .extracting(User::id)
                    .isEqualTo(stored.id());
            assertThat(users.mapper()).isSameAs(context.getBean(ReactiveMapper.class));
        });
    }

    @Test
    void aTransactionalMethodStoresBothOrNone() {
        application().withPropertyValues("kindred.pool.max-size=1").run(context -> {
            Users users = context.getBean(Users.class);

            assertThat(AopUtils.isAopProxy(users)).isTrue();
            assertThat(run(users.register("ann@example.org", "Ann")).email()).isEqualTo("ann@example.org");
            assertThatExceptionOfType(NotNullViolationException.class)
                    .isThrownBy(() -> run(users.register("bob@example.org", null)));
            assertThat(count(context, "users")).isEqualTo(1);
            assertThat(count(context, "profiles")).isEqualTo(1);
        });
    }

    @Test
    void aRepositoryJoinsATransactionOfSpring() {
        application().withPropertyValues("kindred.pool.max-size=1").run(context -> {
            Users users = context.getBean(Users.class);
            TransactionalOperator operator = context.getBean(TransactionalOperator.class);
            Mono<User> failing = users.save(User.of("ann@example.org"))
                    .flatMap(user -> users.get(user.id()))
                    .then(Mono.error(new IllegalStateException("rolled back")));

            assertThatExceptionOfType(IllegalStateException.class)
                    .isThrownBy(() -> run(operator.transactional(failing)));
            assertThat(count(context, "users")).isZero();
        });
    }

    @Test
    void aBeanOfTheApplicationReplacesARepository() {
        application()
                .withBean(Own.class)
                .run(context -> assertThat(context.getBean(Users.class)).isInstanceOf(Own.class));
    }

    @Test
    void anotherBeanMayHaveTheName() {
        application().withBean("users", String.class, () -> "names").run(context -> {
            assertThat(context.getBean("users")).isEqualTo("names");
            assertThat(context.getBeansOfType(Users.class)).containsOnlyKeys(Users.class.getName());
        });
    }

    @Test
    void thePackagesCanBeChosen() {
        application()
                .withPropertyValues("kindred.repositories.packages=" + Remarks.class.getPackageName())
                .run(context -> {
                    assertThat(context.getBeansOfType(EntityRepository.class)).containsOnlyKeys("remarks");
                    assertThat(context).hasSingleBean(Remarks.class);
                });
    }

    @Test
    void withoutAMapperThereIsNoRepository() {
        application()
                .withPropertyValues("spring.autoconfigure.exclude=dev.kindred.spring.boot.KindredAutoConfiguration")
                .run(context -> assertThat(context).hasNotFailed().doesNotHaveBean(Users.class));
    }
}
