package dev.kindred.it.kotlin

import dev.kindred.annotation.BelongsTo
import dev.kindred.annotation.GeneratedValue
import dev.kindred.annotation.HasOne
import dev.kindred.annotation.Id
import dev.kindred.annotation.KindredRepository
import dev.kindred.annotation.Table
import dev.kindred.reactor.EntityRepository
import reactor.core.publisher.Flux
import reactor.core.publisher.Mono

/** Every parameter has a default, so Kotlin adds a constructor without parameters. */
@Table("people")
data class Person(
    @Id @GeneratedValue val id: Long? = null,
    val name: String = "",
    val isActive: Boolean = true,
    val age: Int = 0,
    @HasOne val address: Mono<Address> = Mono.empty(),
)

/** Kotlin adds a constructor for each parameter that may be left out. */
@Table("addresses")
data class Address @JvmOverloads constructor(
    @Id @GeneratedValue val id: Long? = null,
    val personId: Long? = null,
    val city: String = "",
    val note: String? = null,
    @BelongsTo val person: Mono<Person> = Mono.empty(),
)

/** The body of a function in an interface is a default method. */
@KindredRepository
interface People : EntityRepository<Person, Long> {
    fun named(name: String): Flux<Person> = query().where(Person_.NAME.eq(name)).all()
}

/** Kotlin code may use what the processor wrote. */
fun adults() = Person_.AGE.ge(18).and(Person_.IS_ACTIVE.eq(true))
