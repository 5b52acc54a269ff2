import type { Type } from '@nestjs/common';
import { SignUpPagesModule } from './sign-up/sign-up.module.js';
import { ProfilePagesModule } from './profile/profile.module.js';
import { OrganizationPagesModule } from './organization/organization.module.js';
import { SuppliersPagesModule } from './suppliers/suppliers.module.js';
import { OrdersPagesModule } from './orders/orders.module.js';
import { CatalogsPagesModule } from './catalogs/catalogs.module.js';
import { SpecificationsPagesModule } from './specifications/specifications.module.js';
import { RequestsPagesModule } from './requests/requests.module.js';
import { ProxiesPagesModule } from './proxies/proxies.module.js';
import { ReviewsPagesModule } from './reviews/reviews.module.js';
import { QuestionnairesPagesModule } from './questionnaires/questionnaires.module.js';
import { SignaturesPagesModule } from './signatures/signatures.module.js';
import { DeliveriesPagesModule } from './deliveries/deliveries.module.js';
import { InspectionsPagesModule } from './inspections/inspections.module.js';
import { CertificatesPagesModule } from './certificates/certificates.module.js';
import { WorkbooksPagesModule } from './workbooks/workbooks.module.js';
import { NotificationsPagesModule } from './notifications/notifications.module.js';
import { SearchPagesModule } from './search/search.module.js';
import { TokensPagesModule } from './tokens/tokens.module.js';
import { HelpPagesModule } from './help/help.module.js';

/** One module per noun of the addresses; what a page needs is imported there. */
export const AREAS: readonly Type[] = [
  SignUpPagesModule, ProfilePagesModule, OrganizationPagesModule, SuppliersPagesModule, OrdersPagesModule, CatalogsPagesModule,
  SpecificationsPagesModule, ProxiesPagesModule, RequestsPagesModule, ReviewsPagesModule, QuestionnairesPagesModule, SignaturesPagesModule, DeliveriesPagesModule,
  InspectionsPagesModule, CertificatesPagesModule, WorkbooksPagesModule, NotificationsPagesModule, SearchPagesModule, HelpPagesModule, TokensPagesModule,
];
