/** Who is on a demonstration site: names from many regions and scripts, each once. Pure. */
import { seededRandom, shuffled } from '#lib/random/seeded-random.ts'

type Region = { given: readonly string[]; family: readonly string[]; familyFirst?: true }

const regions: readonly Region[] = [
  { given: ['Amina', 'Wanjiru', 'Otieno', 'Baraka', 'Neema'], family: ['Mwangi', 'Achieng', 'Njoroge', 'Hassan'] },
  { given: ['Kofi', 'Ama', 'Chinwe', 'Emeka', 'Fatou'], family: ['Mensah', 'Okafor', 'Diallo', 'Ndiaye'] },
  { given: ['Meseret', 'Dawit', 'Hana', 'Yonas'], family: ['Tadesse', 'Bekele', 'Haile', 'Girma'] },
  { given: ['Amal', 'Rania', 'Khalid', 'Yusuf', 'Layla'], family: ['Haddad', 'al-Masri', 'Nassar', 'Khoury'] },
  { given: ['Shirin', 'Farid', 'Zohra', 'Omid'], family: ['Ahmadi', 'Rahimi', 'Karimi', 'Noori'] },
  { given: ['Ayşe', 'Emre', 'Zeynep', 'Deniz'], family: ['Yılmaz', 'Çelik', 'Öztürk', 'Şahin'] },
  { given: ['Olena', 'Taras', 'Iryna', 'Andriy'], family: ['Koval', 'Shevchenko', 'Bondar', 'Melnyk'] },
  { given: ['María José', 'Camilo', 'Lucía', 'Andrés', 'Inés'], family: ['Ñahui', 'Restrepo', 'Quispe', 'Zambrano'] },
  { given: ['Beatriz', 'João', 'Rui', 'Conceição'], family: ['Tavares', 'Macuácua', 'Gonçalves', 'Sitoe'] },
  { given: ['Jean-Baptiste', 'Marie-Ange', 'Widelène', 'Stanley'], family: ['Pierre', 'Toussaint', 'Désir', 'Étienne'] },
  { given: ['Rahima', 'Tanvir', 'Nusrat', 'Arif'], family: ['Khatun', 'Chowdhury', 'Sarker', 'Islam'] },
  { given: ['Anjali', 'Ravi', 'Sunita', 'Bikash'], family: ['Sharma', 'Thapa', 'Gurung', 'Perera'] },
  { given: ['Ánh', 'Thị Hoa', 'Minh', 'Quang'], family: ['Nguyễn', 'Trần', 'Lê', 'Phạm'], familyFirst: true },
  { given: ['Su-min', 'Mei', 'Haruka', 'Jun'], family: ['Lee', 'Chen', 'Tanaka', 'Park'], familyFirst: true },
  { given: ['Siti', 'Agus', 'Maricel', 'Jomar'], family: ['Wahyuni', 'Santoso', 'Dela Cruz', 'Reyes'] },
  { given: ['Sione', 'Mele', 'Alofa', 'Tevita'], family: ['Tupou', 'Faleolo', 'Vaka', 'Leota'] },
  { given: ['Niamh', 'Lars', 'Agnieszka', 'Matteo'], family: ['Byrne', 'Lindqvist', 'Wójcik', 'Ferrari'] },
]

/** As their bearers write them: the pages must show these as well as any. */
const inTheirScript = [
  'أمل حداد',
  'Олена Коваль',
  'សុខា ចាន់',
  'መሠረት ታደሰ',
  'ထွန်းထွန်း',
  '이수민',
  'রহিমা খাতুন',
  'নুসরাত জাহান',
  'सुनीता थापा',
  'ნინო ბერიძე',
  'Արամ Պետրոսյան',
  'สมชาย ใจดี',
  '陈美玲',
  'شیرین احمدی',
  'Δημήτρης Παππάς',
  'තරිඳු පෙරේරා',
]

/** @returns that many different names, the same for the same seed. There are a few hundred. */
export function namesOf(seed: string, count: number): string[] {
  const random = seededRandom(`${seed} names`)
  const made = regions.flatMap(({ given, family, familyFirst }) =>
    given.flatMap((first) => family.map((last) => (familyFirst ? `${last} ${first}` : `${first} ${last}`))),
  )
  const names = [...shuffled(inTheirScript, random).slice(0, Math.ceil(count / 16)), ...shuffled(made, random)].slice(0, count)
  if (names.length < count) throw new Error(`There are only ${names.length} names for ${count} people.`)
  return shuffled(names, random)
}

/** An address that nobody has: example.org is kept for this. */
export function addressOf(name: string, number: number): string {
  const plain = name
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z]+/g, '.')
    .replace(/^\.+|\.+$/g, '')
  return `${plain || 'person'}.${number}@example.org`
}
